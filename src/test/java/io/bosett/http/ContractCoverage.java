package io.bosett.http;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Measures which responses of the contract the tests of this run have seen. */
final class ContractCoverage {
  private static final Map<String, Set<Integer>> SEEN = new ConcurrentHashMap<>();

  private ContractCoverage() {}

  static void record(ContractOperation operation, int status) {
    SEEN.computeIfAbsent(operation.id(), id -> new ConcurrentSkipListSet<>()).add(status);
  }

  static boolean hasSeen(ContractOperation operation, int status) {
    return SEEN.getOrDefault(operation.id(), Set.of()).contains(status);
  }

  /** The statuses described and not seen, by operation. */
  static Map<String, Set<Integer>> missing(ContractDocument contract) {
    Map<String, Set<Integer>> missing = new TreeMap<>();
    for (ContractOperation operation : contract.operations()) {
      for (int status : operation.responses().keySet()) {
        if (!hasSeen(operation, status)) {
          missing.computeIfAbsent(operation.id(), id -> new ConcurrentSkipListSet<>()).add(status);
        }
      }
    }
    return missing;
  }
}
