package dev.kontor.contract.mutation;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A reader's faults. */
final class ToldReader extends PassingReader {
  private final UnaryOperator<Outcome> as;

  ToldReader(Reader inner, UnaryOperator<Outcome> as) {
    super(inner);
    this.as = as;
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    return FaultMutations.told(() -> inner.changes(from, limit), as);
  }

  @Override
  public List<Document> find(Identity identity) {
    return FaultMutations.told(() -> inner.find(identity), as);
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return FaultMutations.told(() -> inner.keys(from, limit), as);
  }
}
