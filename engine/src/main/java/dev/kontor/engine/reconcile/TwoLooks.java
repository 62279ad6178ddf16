package dev.kontor.engine.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Gatherers;

/**
 * Looks at all orders of a shop, some at once. What looks different is looked at a second time, as
 * the hub may be at work on it.
 *
 * @param look the orders of these ids; those gone are left out
 * @param id of an order
 * @param differs whether the systems disagree about it
 */
record TwoLooks<F>(
    Function<List<String>, List<F>> look, Function<F, String> id, Predicate<F> differs) {

  private static final int BATCH = 50;

  /**
   * @param secondLook how the second look begins
   * @param judged takes each order as it was seen last
   * @param progress is told how many have been looked at so far
   */
  void take(List<String> ids, Runnable secondLook, Consumer<F> judged, IntConsumer progress) {
    List<String> suspects = new ArrayList<>();
    int looked = 0;
    for (List<String> batch : batches(ids)) {
      for (F facts : look.apply(batch)) {
        if (differs.test(facts)) {
          suspects.add(id.apply(facts));
        } else {
          judged.accept(facts);
        }
        looked++;
      }
      progress.accept(looked);
    }
    if (!suspects.isEmpty()) {
      secondLook.run();
    }
    batches(suspects).forEach(batch -> look.apply(batch).forEach(judged));
  }

  private static List<List<String>> batches(List<String> ids) {
    return ids.stream().gather(Gatherers.windowFixed(BATCH)).toList();
  }
}
