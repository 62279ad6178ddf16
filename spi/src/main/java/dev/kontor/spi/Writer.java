package dev.kontor.spi;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes one entity type of one system. */
public interface Writer {

  /** Most elements of one {@link #write} call. */
  int maxBatch();

  /**
   * Completes a mapped target document before any intent exists: resolves references, predicts what
   * the target will compute and compares it with the source. Only reads.
   *
   * @param content the mapped target document
   * @param model the model document it was mapped from
   * @return {@link Prepared.Ready} or the fault that keeps it from being written
   * @throws FaultException if the target cannot be read now
   */
  Prepared prepare(JsonNode content, JsonNode model);

  /**
   * Writes a batch.
   *
   * @return one outcome per element, in order; elements a partial answer does not mention and that
   *     were certainly not applied are {@link Fault.Unavailable}
   * @throws FaultException if the whole call failed
   */
  List<Outcome> write(List<Write> batch);

  /** Asks again for an {@link Outcome.Accepted}; never called unless one was returned. */
  default Outcome poll(Outcome.Accepted accepted) {
    return new Fault.Unsupported("this connector never answers accepted");
  }
}
