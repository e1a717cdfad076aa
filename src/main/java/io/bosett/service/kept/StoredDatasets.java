package io.bosett.service.kept;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.dataset.DatasetSource;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Tile;
import io.bosett.model.Violation;
import io.bosett.store.Content;
import io.bosett.store.DatasetStore;
import io.bosett.store.DatasetVersion;
import io.bosett.store.StoredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The datasets that ship with the program and the newest versions of uploaded ones. A cache keeps
 * those read in memory, so that a scenario costs no reading of figures. Thread-safe.
 */
public final class StoredDatasets implements DatasetSource {
  /**
   * Limit on the cached documents of uploaded datasets; the objects made of them take about as much
   * again.
   */
  private static final long MOST_BYTES_IN_MEMORY =
      Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 16);

  private static final int MOST_IN_MEMORY = 100;

  private final DatasetStore store;
  private final DatasetCatalog shipped = DatasetCatalog.shipped();
  private final List<String> shippedIds = shipped.ids();
  private final Map<String, Figures> ofProgram = new ConcurrentHashMap<>();
  private final TileMapCache tileMaps = new TileMapCache();
  private final LruCache<Figures> uploaded = new LruCache<>(MOST_BYTES_IN_MEMORY, MOST_IN_MEMORY);

  /**
   * @param store where uploads are stored
   */
  public StoredDatasets(DatasetStore store) {
    this.store = store;
  }

  /**
   * A dataset with its stored document.
   *
   * @param document as {@link DatasetDocument} writes it
   */
  public record Figures(Dataset dataset, Content document) {
    /** A dataset with its document. */
    public static Figures of(Dataset dataset) {
      return new Figures(dataset, Content.of(DatasetDocument.write(dataset)));
    }
  }

  /** Whether a dataset of this id ships with the program. */
  public boolean isShipped(String id) {
    return shippedIds.contains(id);
  }

  /** Whether these figures stay in memory permanently, as those that ship do. */
  @SuppressWarnings("ReferenceEquality") // the object in memory is what is asked for
  boolean isOfProgram(Figures figures) {
    return ofProgram.values().stream().anyMatch(one -> one == figures);
  }

  /**
   * Stores a dataset under an id; equal content makes no new version.
   *
   * @throws IllegalArgumentException when a dataset of this id ships with the program
   */
  public DatasetStore.Put put(String id, Dataset dataset) {
    if (isShipped(id)) {
      throw new IllegalArgumentException("the dataset '" + id + "' ships with the program");
    }
    return store.put(id, Figures.of(dataset).document(), dataset.contentHash());
  }

  /**
   * The tile of each municipality by its position: those of the dataset, which may leave some out,
   * or a map that is made when it has none.
   */
  public List<@Nullable Tile> tiles(Figures figures) {
    Dataset dataset = figures.dataset();
    if (IntStream.range(0, dataset.size()).anyMatch(i -> dataset.tile(i) != null)) {
      return IntStream.range(0, dataset.size())
          .<@Nullable Tile>mapToObj(dataset::tile)
          .collect(Collectors.toCollection(ArrayList::new));
    }
    return new ArrayList<>(tileMaps.of(dataset, figures.document.hash()));
  }

  /**
   * Stores a dataset in the place of a version; equal content makes no new version.
   *
   * @return the newest version now, or empty when another one came in between
   */
  Optional<DatasetVersion> replace(DatasetVersion old, Dataset dataset) {
    return store.replace(
        old.id(), old.version(), Figures.of(dataset).document(), dataset.contentHash());
  }

  /** The version of an uploaded dataset; empty for one that ships with the program. */
  public Optional<DatasetVersion> version(String id) {
    return isShipped(id) ? Optional.empty() : store.newest(id);
  }

  @Override
  public Dataset dataset(String id) {
    return figures(id).dataset();
  }

  /**
   * The dataset of an id with its document.
   *
   * @throws InvalidInputException when there is none; it lists the ids that exist
   */
  public Figures figures(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    List.of(Violation.among("/dataset", "is '" + id + "', not a dataset", ids()))));
  }

  /** The dataset of an id with its document, if there is one. */
  public Optional<Figures> find(String id) {
    if (isShipped(id)) {
      return Optional.of(ofProgram.computeIfAbsent(id, key -> Figures.of(shipped.dataset(key))));
    }
    return store.newest(id).flatMap(version -> kept(version.contentHash()));
  }

  /** The dataset whose document has this hash, if the store has it. */
  public Optional<Figures> kept(String contentHash) {
    return Optional.ofNullable(ofProgram(contentHash))
        .or(() -> uploaded.get(contentHash))
        .or(() -> read(contentHash));
  }

  /** Whether figures are in memory. */
  boolean isInMemory(String contentHash) {
    return uploaded.get(contentHash).isPresent() || ofProgram(contentHash) != null;
  }

  /** The bytes of a stored document; 0 for one that ships with the program, which are small. */
  long length(String contentHash) {
    return ofProgram(contentHash) != null
        ? 0
        : store.document(contentHash).map(StoredDocument::length).orElse(0);
  }

  private @Nullable Figures ofProgram(String contentHash) {
    for (Figures figures : ofProgram.values()) {
      if (figures.document.hash().equals(contentHash)) {
        return figures;
      }
    }
    return null;
  }

  private Optional<Figures> read(String contentHash) {
    Optional<Figures> read =
        store
            .content(contentHash)
            .map(
                bytes -> new Figures(DatasetDocument.read(bytes), new Content(contentHash, bytes)));
    read.ifPresent(f -> uploaded.put(contentHash, f, f.document.bytes().length));
    return read;
  }

  @Override
  public List<String> ids() {
    TreeSet<String> ids = new TreeSet<>(shippedIds);
    store.all().stream().map(DatasetVersion::id).forEach(ids::add);
    return List.copyOf(ids);
  }
}
