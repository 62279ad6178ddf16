package dev.kontor.engine.observe;

import java.util.List;
import java.util.function.Supplier;

/** Who looks at the hub while it works: metrics and traces. Must not fail and not block. */
public interface Watch {

  /** Nobody. */
  Watch NONE =
      new Watch() {
        @Override
        public Call call(String connection, boolean write) {
          return new Call() {
            @Override
            public void ended(CallResult result) {}

            @Override
            public void close() {}
          };
        }

        @Override
        public Work work(String flow, WorkKind kind, List<Long> messages) {
          return () -> {};
        }

        @Override
        public void settled(String flow, String state, String fault) {}
      };

  /** One call that is being made; closing ends it, without an answer unless one was told. */
  interface Call extends AutoCloseable {
    void ended(CallResult result);

    @Override
    void close();
  }

  /** One round of work on lanes; the calls this thread makes until it is closed belong to it. */
  @FunctionalInterface
  interface Work extends AutoCloseable {
    @Override
    void close();
  }

  /** What is done in a round. */
  enum WorkKind {
    CAPTURE,
    EFFECT
  }

  /** A call to a connected system begins. */
  Call call(String connection, boolean write);

  /**
   * Work on lanes of one flow begins.
   *
   * @param messages ids of the messages worked on, for traces only
   */
  Work work(String flow, WorkKind kind, List<Long> messages);

  /**
   * The same to be done on another thread: what it calls belongs to this thread's round of work.
   */
  default <T> Supplier<T> elsewhere(Supplier<T> part) {
    return part;
  }

  /**
   * A message's new state was stored.
   *
   * @param state as stored
   * @param fault class of the fault, empty if none
   */
  void settled(String flow, String state, String fault);

  /** A request at the door of a connection was not believed. */
  default void refused(String connection) {}
}
