package dev.kontor.contract.mutation;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes every question on; a mutation overrides one. */
class PassingReader implements Reader {

  protected final Reader inner;

  PassingReader(Reader inner) {
    this.inner = inner;
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    return inner.changes(from, limit);
  }

  @Override
  public List<Document> find(Identity identity) {
    return inner.find(identity);
  }

  @Override
  public List<List<Document>> findAll(List<? extends Identity> identities) {
    return inner.findAll(identities);
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    return inner.fetch(ids);
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return inner.keys(from, limit);
  }
}
