package dev.kontor.engine.budget;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Calls waiting for a slot: most urgent first, in each class the oldest; every eighth goes to
 * whoever has waited longest, so that no class starves. Guarded by the lock of {@link CallSlots}.
 */
final class Waiting {

  private static final int AGE_DECIDES_EVERY = 8;

  /** One call; complete with its slot. */
  static final class Caller extends CompletableFuture<CallSlots.Slot> {
    private final CallClass of;
    private final long arrival;

    private Caller(CallClass of, long arrival) {
      this.of = of;
      this.arrival = arrival;
    }

    boolean isOrder() {
      return of == CallClass.ORDER;
    }
  }

  private final Map<CallClass, Deque<Caller>> queues = new EnumMap<>(CallClass.class);
  private long arrivals;
  private long turns;

  Waiting() {
    for (CallClass of : CallClass.values()) {
      queues.put(of, new ArrayDeque<>());
    }
  }

  Caller add(CallClass of) {
    Caller caller = new Caller(of, arrivals++);
    queue(of).add(caller);
    return caller;
  }

  void remove(Caller caller) {
    queue(caller.of).remove(caller);
  }

  int size() {
    return queues.values().stream().mapToInt(Deque::size).sum();
  }

  int orders() {
    return queue(CallClass.ORDER).size();
  }

  /** The oldest order. */
  Optional<Caller> order() {
    return Optional.ofNullable(queue(CallClass.ORDER).peek());
  }

  /** Who is next, whatever the class. */
  Optional<Caller> next() {
    var heads = queues.values().stream().filter(q -> !q.isEmpty()).map(Deque::getFirst);
    return turns % AGE_DECIDES_EVERY == AGE_DECIDES_EVERY - 1
        ? heads.min(Comparator.comparingLong(c -> c.arrival))
        : heads.findFirst();
  }

  /** The caller goes. */
  void gone(Caller caller) {
    turns++;
    remove(caller);
  }

  private Deque<Caller> queue(CallClass of) {
    return queues.computeIfAbsent(of, key -> new ArrayDeque<>());
  }
}
