package dev.kontor.engine.discretion;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A connector's reader whose diagnoses do not quote by what persons were looked for. */
public record DiscreetReader(Reader reader) implements Reader {

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    return said(() -> reader.changes(from, limit), List.of());
  }

  @Override
  public List<Document> find(Identity identity) {
    return said(() -> reader.find(identity), List.of(identity));
  }

  @Override
  public List<List<Document>> findAll(List<? extends Identity> identities) {
    return said(() -> reader.findAll(identities), identities);
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    return said(() -> reader.fetch(ids), List.of());
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return said(() -> reader.keys(from, limit), List.of());
  }

  private static <T> T said(Supplier<T> call, Collection<? extends Identity> about) {
    try {
      return call.get();
    } catch (FaultException e) {
      throw new FaultException(
          PersonalWords.ofTexts(about.stream().flatMap(DiscreetReader::told).toList())
              .without(e.fault()));
    }
  }

  /** A key such as {@code vat:DE123456789} and what it says. */
  private static Stream<String> told(Identity identity) {
    return switch (identity) {
      case Identity.Match match ->
          Stream.of(match.key(), match.key().substring(match.key().indexOf(':') + 1));
      case Identity.NativeId id -> Stream.empty();
      case Identity.ExternalReference reference -> Stream.empty();
    };
  }
}
