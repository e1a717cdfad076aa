package io.bosett.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The first request of a kind is kept from the service until it is let go; the rest goes on. */
final class Held {
  private final Visit visit;
  private final List<Route> first = new ArrayList<>();

  private Held(Visit visit) {
    this.visit = visit;
  }

  /** Holds the first request that fits from now on. */
  static Held first(Visit visit, String glob, Predicate<Request> fits) {
    Held held = new Held(visit);
    visit.page.route(
        glob,
        route -> {
          if (held.first.isEmpty() && fits.test(route.request())) {
            held.first.add(route);
          } else {
            route.resume();
          }
        });
    return held;
  }

  static Held first(Visit visit, String glob) {
    return first(visit, glob, request -> true);
  }

  /** Whether a document is asked for with so many persons. */
  static Predicate<Request> persons(int number) {
    return request -> persons(request) == number;
  }

  /** The persons that a request asks for, or -1. */
  static int persons(Request request) {
    @Nullable String body = request.postData();
    String number =
        body == null ? "" : body.replaceAll("(?s)^.*\"demand\":\\{\"persons\":(\\d+).*$", "$1");
    return number.matches("\\d+") ? Integer.parseInt(number) : -1;
  }

  /** Waits until it is held. */
  void here() {
    for (int i = 0; i < 300 && first.isEmpty(); i++) {
      visit.page.waitForTimeout(50);
    }
    if (first.isEmpty()) {
      throw new AssertionError("nothing was asked that is to be held");
    }
  }

  /** Lets it go, and waits until the page has had its answer and drawn. */
  void go() {
    Request request = first.get(0).request();
    visit.page.waitForRequestFinished(
        new Page.WaitForRequestFinishedOptions().setPredicate(one -> one.equals(request)),
        () -> first.get(0).resume());
    visit.drawn();
  }
}
