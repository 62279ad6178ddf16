package dev.kontor.engine.observe;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Remembers when each connection was last called and last answered well, for people. */
public final class LastCalls implements Watch {

  private final Watch watch;
  private final InstantSource clock;
  private final Map<String, Instant> begun = new ConcurrentHashMap<>();
  private final Map<String, Instant> answered = new ConcurrentHashMap<>();

  /**
   * @param watch that looks on as before
   */
  public LastCalls(Watch watch, InstantSource clock) {
    this.watch = watch;
    this.clock = clock;
  }

  /** When a call to it last began; empty if none did. */
  public Optional<Instant> begun(String connection) {
    return Optional.ofNullable(begun.get(connection));
  }

  /** When a call to it was last answered, and neither refused nor failed; empty if none was. */
  public Optional<Instant> answered(String connection) {
    return Optional.ofNullable(answered.get(connection));
  }

  @Override
  public Call call(String connection, boolean write) {
    begun.put(connection, clock.instant());
    Call call = watch.call(connection, write);
    return new Call() {
      @Override
      public void ended(CallResult result) {
        if (result == CallResult.OK) {
          answered.put(connection, clock.instant());
        }
        call.ended(result);
      }

      @Override
      public void close() {
        call.close();
      }
    };
  }

  @Override
  public Work work(String flow, WorkKind kind, List<Long> messages) {
    return watch.work(flow, kind, messages);
  }

  @Override
  public <T> Supplier<T> elsewhere(Supplier<T> part) {
    return watch.elsewhere(part);
  }

  @Override
  public void settled(String flow, String state, String fault) {
    watch.settled(flow, state, fault);
  }

  @Override
  public void refused(String connection) {
    watch.refused(connection);
  }
}
