package dev.kontor.proof.simulation;

import dev.kontor.engine.delivery.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Calls side by side, each a task that gets its turn by the dice. */
final class TaskCalls implements Calls {

  private static final Calls AS_PLANNED = Calls.sideBySide(Runnable::run);

  private final Tasks tasks;
  private final HubProcess process;
  private final World world;

  TaskCalls(Tasks tasks, HubProcess process, World world) {
    this.tasks = tasks;
    this.process = process;
    this.world = world;
  }

  @Override
  public int atOnce(int allowed) {
    return AS_PLANNED.atOnce(allowed);
  }

  @Override
  public <T> List<T> make(List<Supplier<T>> calls) {
    if (calls.size() == 1) {
      return IN_TURN.make(calls);
    }
    List<CompletableFuture<T>> begun = new ArrayList<>();
    for (Supplier<T> call : calls) {
      world.tally().count(Happening.SIDE_BY_SIDE);
      CompletableFuture<T> answer = new CompletableFuture<>();
      tasks.begin(process, "call", () -> complete(answer, call));
      begun.add(answer);
    }
    Tasks.pauseUntil(() -> begun.stream().allMatch(CompletableFuture::isDone));
    return begun.stream().map(TaskCalls::answer).toList();
  }

  private static <T> void complete(CompletableFuture<T> answer, Supplier<T> call) {
    try {
      answer.complete(call.get());
    } catch (RuntimeException failure) {
      answer.completeExceptionally(failure);
    }
  }

  private static <T> T answer(CompletableFuture<T> call) {
    try {
      return call.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
