package dev.kontor.engine.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
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
   * Side by side, each on a thread of its own. Twice as many as may be in flight are planned: the
   * second half leaves as the first is answered.
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
        List<CompletableFuture<T>> begun = new ArrayList<>();
        calls.forEach(call -> begun.add(CompletableFuture.supplyAsync(call, threads)));
        return begun.stream().map(Calls::answer).toList();
      }
    };
  }

  private static <T> T answer(CompletableFuture<T> call) {
    try {
      return call.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
