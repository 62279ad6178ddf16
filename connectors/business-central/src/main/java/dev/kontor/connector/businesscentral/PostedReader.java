package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was posted for an order by the order's reference, once it was posted as a whole: of an
 * order of which something is left a call whose answer was lost did not reach it, or has not yet,
 * or was about a part, which the writer sees.
 */
final class PostedReader implements Reader {

  private final EntityType type;
  private final Function<String, List<Document>> posted;

  /**
   * @param posted finds the documents, one for each order that bears the reference
   */
  PostedReader(EntityType type, Function<String, List<Document>> posted) {
    this.type = type;
    this.posted = posted;
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.ExternalReference reference -> posted.apply(reference.value());
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

  private FaultException unsupported(String what) {
    return new FaultException(
        new Fault.Unsupported(
            "posted " + type.name().toLowerCase(Locale.ROOT) + "s cannot be " + what));
  }
}
