package dev.kontor.contract.mutation;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/** What a reader could do wrong. */
final class ReadMutations {

  private ReadMutations() {}

  /** Answers a page of changes. */
  @FunctionalInterface
  private interface Changes {
    Page read(Reader inner, @Nullable Cursor from, int limit);
  }

  private static Tampering changes(Changes changes) {
    return Tampering.ofReader(
        sound ->
            new PassingReader(sound) {
              @Override
              public Page changes(@Nullable Cursor from, int limit) {
                return changes.read(inner, from, limit);
              }
            });
  }

  private static Page with(Page page, UnaryOperator<List<Document>> documents) {
    return new Page(documents.apply(page.documents()), page.next(), page.more());
  }

  static Tampering pageSkipped() {
    return changes(
        (inner, from, limit) -> {
          Page page = inner.changes(from, limit);
          if (!page.more()) {
            return page;
          }
          Page skipped = inner.changes(page.next(), limit);
          return new Page(page.documents(), skipped.next(), skipped.more());
        });
  }

  static Tampering limitIgnored() {
    return changes((inner, from, limit) -> inner.changes(from, limit + 1));
  }

  static Tampering newestFirst() {
    return changes((inner, from, limit) -> with(inner.changes(from, limit), List::reversed));
  }

  static Tampering deletesUnseen() {
    return changes(
        (inner, from, limit) ->
            with(
                inner.changes(from, limit),
                all -> all.stream().filter(document -> !document.deleted()).toList()));
  }

  static Tampering versionStands() {
    return changes(
        (inner, from, limit) ->
            with(
                inner.changes(from, limit),
                all -> all.stream().map(ReadMutations::ofFirstVersion).toList()));
  }

  private static Document ofFirstVersion(Document of) {
    return new Document(
        of.type(), of.id(), of.number(), "1", of.changedAt(), of.deleted(), of.content());
  }

  /** The cursor is the last document's time alone, and what is not later is taken for known. */
  static Tampering timeAloneIsTheCursor() {
    return changes(
        (inner, from, limit) -> {
          String[] parts = from == null ? new String[] {""} : from.value().split("\n", 2);
          Instant known = from == null ? Instant.MIN : Instant.parse(parts[0]);
          Page page = inner.changes(parts.length < 2 ? null : new Cursor(parts[1]), limit);
          List<Document> later =
              page.documents().stream().filter(d -> d.changedAt().isAfter(known)).toList();
          Instant reached = later.isEmpty() ? known : later.getLast().changedAt();
          return new Page(later, new Cursor(reached + "\n" + page.next().value()), page.more());
        });
  }

  /** The cursor is a number known only to the connector that gave it; any other begins anew. */
  static Tampering cursorInMemory() {
    return Tampering.ofReader(MemorisedCursors::new);
  }

  /** The cursor counts documents from the front, so one that moves on hides another. */
  static Tampering placeCounted() {
    return Tampering.ofReader(CountedPlaces::new);
  }

  static Tampering absentFound() {
    return Tampering.ofReader(
        sound ->
            new PassingReader(sound) {
              @Override
              public List<Document> find(Identity identity) {
                List<Document> found = inner.find(identity);
                return found.isEmpty() ? inner.changes(null, 1).documents() : found;
              }
            });
  }

  static Tampering hitsInAnotherOrder() {
    return Tampering.ofReader(
        sound ->
            new PassingReader(sound) {
              @Override
              public List<List<Document>> findAll(List<? extends Identity> identities) {
                return inner.findAll(identities).reversed();
              }
            });
  }

  static Tampering absentFails() {
    return Tampering.ofReader(
        sound ->
            new PassingReader(sound) {
              @Override
              public List<Document> fetch(List<String> ids) {
                List<Document> found = inner.fetch(ids);
                return found.size() < ids.size() ? List.of() : found;
              }
            });
  }

  private static Tampering keys(UnaryOperator<Page> change) {
    return Tampering.ofReader(
        sound ->
            new PassingReader(sound) {
              @Override
              public Page keys(@Nullable Cursor from, int limit) {
                return change.apply(inner.keys(from, limit));
              }
            });
  }

  static Tampering keysEndEarly() {
    return keys(page -> new Page(page.documents(), page.next(), false));
  }

  static Tampering keysOfAnotherVersion() {
    return keys(
        page -> with(page, all -> all.stream().map(ReadMutations::ofFirstVersion).toList()));
  }

  /** Every amount goes through a {@code double}, as a careless parser does it. */
  static Tampering amountsThroughBinary() {
    return Tampering.ofReader(
        sound ->
            new PassingReader(sound) {
              @Override
              public List<Document> find(Identity identity) {
                return inner.find(identity).stream().map(ReadMutations::binary).toList();
              }
            });
  }

  private static Document binary(Document of) {
    JsonNode content = of.content() == null ? null : binary(of.content().deepCopy());
    return new Document(
        of.type(), of.id(), of.number(), of.version(), of.changedAt(), of.deleted(), content);
  }

  private static JsonNode binary(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.propertyNames().forEach(name -> object.set(name, binary(object.path(name))));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, binary(array.path(i)));
      }
    } else if (node.isBigDecimal()) {
      return DoubleNode.valueOf(Double.parseDouble(node.decimalValue().toString()));
    }
    return node;
  }
}
