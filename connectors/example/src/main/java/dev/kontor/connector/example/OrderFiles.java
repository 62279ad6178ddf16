package dev.kontor.connector.example;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Orders as files; a file's time of change and name are the cursor. */
final class OrderFiles implements Reader {

  private static final String ENDING = ".json";

  private static final Comparator<Document> OLDEST_FIRST =
      Comparator.comparing(Document::changedAt).thenComparing(Document::id);

  private final Path folder;

  OrderFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    String after = from == null ? "" : from.value();
    List<Document> waiting =
        all().sorted(OLDEST_FIRST).filter(file -> position(file).compareTo(after) > 0).toList();
    List<Document> page = waiting.stream().limit(limit).toList();
    String reached = page.isEmpty() ? after : position(page.getLast());
    return new Page(page, new Cursor(reached), waiting.size() > page.size());
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId(String id) -> all().filter(file -> file.id().equals(id)).toList();
      case Identity.ExternalReference reference -> throw unsupported("by reference");
      case Identity.Match match -> throw unsupported("by match key");
    };
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw unsupported("as a list of keys");
  }

  private static FaultException unsupported(String how) {
    return new FaultException(
        new Fault.Unsupported("orders in a folder cannot be found " + how + ", only by id"));
  }

  /** Sorts as text like time and id do together. */
  private static String position(Document file) {
    return "%020d %s".formatted(file.changedAt().toEpochMilli(), file.id());
  }

  private Stream<Document> all() {
    List<Document> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        documents.add(document(file));
      }
    } catch (IOException e) {
      throw new FaultException(new Fault.Unavailable("the folder cannot be read"));
    }
    return documents.stream();
  }

  private static Document document(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String id = name.substring(0, name.length() - ENDING.length());
    try {
      JsonNode order = ModelJson.parse(Files.readAllBytes(file));
      var changedAt = Files.getLastModifiedTime(file).toInstant();
      String number = order.path("number").asString(id);
      return new Document(
          EntityType.ORDER, id, number, changedAt.toString(), changedAt, false, order);
    } catch (JacksonException e) {
      throw new FaultException(
          new Fault.Invalid(name, "is no JSON; correct the file or move it away", null));
    }
  }
}
