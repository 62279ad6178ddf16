package dev.kontor.engine.delivery;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** How the calls that one round of work needs are made. */
public interface Calls {

  /** One after the other, on the thread that asks. */
  Calls IN_TURN =
      new Calls() {
        @Override
        public int atOnce(int allowed) {
          return 1;
        }

        @Override
        public <T> List<T> make(List<Supplier<T>> calls) {
          return calls.stream().map(Supplier::get).toList();
        }
      };

  /**
   * How many calls may be planned together.
   *
   * @param allowed calls in flight the target bears at present
   */
  int atOnce(int allowed);

  /** Makes them all; their answers in order. Each call that fails is made all the same. */
  <T> List<T> make(List<Supplier<T>> calls);

  /**
   * Side by side. Twice as many as may be in flight are planned: the second half leaves as the
   * first is answered, on the same threads.
   *
   * @param threads never refuses and never queues
   */
  static Calls sideBySide(Executor threads) {
    return new Calls() {
      @Override
      public int atOnce(int allowed) {
        return 2 * allowed;
      }

      @Override
      public <T> List<T> make(List<Supplier<T>> calls) {
        if (calls.size() == 1) {
          return IN_TURN.make(calls);
        }
        List<CompletableFuture<T>> answers =
            calls.stream().map(call -> new CompletableFuture<T>()).toList();
        AtomicInteger next = new AtomicInteger();
        for (int caller = 0; caller < callers(calls.size()); caller++) {
          threads.execute(() -> makeInTurn(calls, next, answers));
        }
        return all(answers);
      }
    };
  }

  /** Of a few, each has a thread of its own. */
  private static int callers(int calls) {
    return Math.max(Math.min(calls, 8), calls / 2);
  }

  private static <T> void makeInTurn(
      List<Supplier<T>> calls, AtomicInteger next, List<CompletableFuture<T>> answers) {
    for (int i = next.getAndIncrement(); i < calls.size(); i = next.getAndIncrement()) {
      try {
        answers.get(i).complete(calls.get(i).get());
      } catch (RuntimeException | Error e) {
        answers.get(i).completeExceptionally(e);
      }
    }
  }

  /** One that failed must not let the work go on while others are still on their way. */
  private static <T> List<T> all(List<CompletableFuture<T>> answers) {
    for (CompletableFuture<T> answer : answers) {
      var _ = answer.handle((made, failure) -> true).join();
    }
    return answers.stream().map(Calls::answer).toList();
  }

  private static <T> T answer(CompletableFuture<T> call) {
    try {
      return call.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
