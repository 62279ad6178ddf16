package dev.kontor.proof.simulation;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** The threads of one process: each piece of work is a task that gets its turn by the dice. */
final class TaskThreads extends AbstractExecutorService {

  private final Tasks tasks;
  private final HubProcess process;
  private boolean shutdown;

  TaskThreads(Tasks tasks, HubProcess process) {
    this.tasks = tasks;
    this.process = process;
  }

  @Override
  public void execute(Runnable work) {
    tasks.begin(process, "lanes", work);
  }

  @Override
  public void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown && !tasks.busy(process);
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return isTerminated();
  }
}
