package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the documents that lanes are about from their flow's source, many in one call. */
public final class Fetching {

  private final Faults faults;

  public Fetching(Faults faults) {
    this.faults = faults;
  }

  /**
   * Documents by id; what the source does not know is left out.
   *
   * @throws FaultException if the source cannot be read
   */
  public Map<String, Document> read(FlowLine line, List<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<Document> documents = line.from().reader(line.config().from().entity()).fetch(ids);
    faults.reached(line.from());
    return documents.stream()
        .collect(Collectors.toMap(Document::id, Function.identity(), (a, b) -> b));
  }

  /** What becomes of a lane whose document could not be read or understood. */
  public Round failed(FlowLine line, Claimed lane, FaultException failure) {
    return lane.round().finish(faults.react(line, line.from(), lane.newest(), failure.fault()));
  }
}
