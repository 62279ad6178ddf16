package dev.kontor.twin.kit;

/** What a twin does with one request that the dials let through. */
@FunctionalInterface
public interface Handler {
  /** An exception becomes a 500 with the exception's message; a twin answers its own errors. */
  Answer handle(Call call) throws Exception;

  /** What a throttled caller is told; Retry-After is added as the dials say. */
  default Answer throttled() {
    return Answer.empty(429);
  }
}
