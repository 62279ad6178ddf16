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
import org.jspecify.annotations.Nullable;

/**
 * Finds credit memos again by the reference of their refund. Where they are to be posted, a draft
 * does not count: its posting was never answered, and the writer goes on with it once the settle
 * time is over.
 */
final class CreditMemoReader implements Reader {

  private final CreditMemos memos;
  private final boolean posts;

  CreditMemoReader(Configuration configuration, Company company) {
    this.memos = new CreditMemos(configuration, company);
    this.posts = configuration.postsCreditMemos();
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.ExternalReference reference ->
          Documents.of(
              EntityType.CREDIT_MEMO,
              memos.with(reference.value()).stream()
                  .filter(memo -> !posts || OrderParts.isPosted(memo))
                  .toList());
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

  private static FaultException unsupported(String what) {
    return new FaultException(new Fault.Unsupported("credit memos cannot be " + what));
  }
}
