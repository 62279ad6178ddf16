package dev.kontor.kit;

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

/** Finds what the hub wrote again by the reference that it gave, and reads nothing else. */
public final class ReferenceReader implements Reader {

  private final String what;
  private final boolean isId;
  private final Function<List<String>, List<Document>> written;

  private ReferenceReader(
      String what, boolean isId, Function<List<String>, List<Document>> written) {
    this.what = what;
    this.isId = isId;
    this.written = written;
  }

  /**
   * Of documents that have ids of their own, which they are not found by.
   *
   * @param what it finds, in words, e.g. {@code credit memos}
   * @param written finds those that bear a reference
   */
  public static ReferenceReader of(String what, Function<String, List<Document>> written) {
    return new ReferenceReader(what, false, references -> written.apply(references.getFirst()));
  }

  /**
   * Of documents whose id is their reference.
   *
   * @param what it finds, in words, e.g. {@code payments}
   * @param written finds those that bear one of some references, in fewest calls
   */
  public static ReferenceReader byId(String what, Function<List<String>, List<Document>> written) {
    return new ReferenceReader(what, true, written);
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.ExternalReference reference -> written.apply(List.of(reference.value()));
      case Identity.NativeId id -> fetch(List.of(id.id()));
      case Identity.Match _ -> throw unsupported("found by match key");
    };
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    if (!isId) {
      throw unsupported("found by id");
    }
    return written.apply(ids);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    throw unsupported("followed");
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw unsupported("listed");
  }

  private FaultException unsupported(String how) {
    return new FaultException(new Fault.Unsupported(what + " cannot be " + how));
  }
}
