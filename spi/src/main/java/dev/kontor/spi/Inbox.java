package dev.kontor.spi;

/** Understands what a system pushes to the hub. Proves the sender, never calls the system. */
public interface Inbox {

  /**
   * Never throws for content the sender chose: a bad request is a {@link Received} with a reason.
   */
  Received receive(RawRequest request);
}
