package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what the hub may have written again by its reference, and reads nothing else. */
final class ReferenceReader implements Reader {

  private final String what;
  private final Function<String, List<Document>> written;

  /**
   * @param what it finds, in words
   * @param written finds the documents that bear a reference
   */
  ReferenceReader(String what, Function<String, List<Document>> written) {
    this.what = what;
    this.written = written;
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.ExternalReference reference -> written.apply(reference.value());
      case Identity.NativeId _ -> throw unsupported("found by id");
      case Identity.Match _ -> throw unsupported("found by match key");
    };
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    throw unsupported("followed; the progress of orders tells of them");
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw unsupported("listed");
  }

  private FaultException unsupported(String how) {
    return new FaultException(new Fault.Unsupported(what + " cannot be " + how));
  }
}
