package dev.kontor.contract.mutation;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.function.UnaryOperator;

/** A writer's faults and outcomes. */
final class ToldWriter extends PassingWriter {
  private final UnaryOperator<Outcome> as;

  ToldWriter(Writer inner, UnaryOperator<Outcome> as) {
    super(inner);
    this.as = as;
  }

  /** What fails as a whole may be told as done, too. */
  @Override
  public List<Outcome> write(List<Write> batch) {
    try {
      return inner.write(batch).stream().map(as).toList();
    } catch (FaultException e) {
      Outcome told = as.apply(e.fault());
      if (told instanceof Fault fault) {
        throw new FaultException(fault);
      }
      return batch.stream().map(write -> told).toList();
    }
  }
}
