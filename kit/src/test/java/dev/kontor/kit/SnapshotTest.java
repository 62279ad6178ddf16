package dev.kontor.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What bears no time of change is told by what differs, and by what is there no more. */
class SnapshotTest {

  private final TreeMap<String, String> there = new TreeMap<>();

  private Page page(@Nullable Cursor from, int limit) {
    return new Snapshot(new TreeMap<>(there))
        .changes(from, limit, id -> document(id, false), id -> document(id, true));
  }

  private static Document document(String id, boolean gone) {
    return new Document(EntityType.PRODUCT, id, id, "1", Instant.EPOCH, gone, null);
  }

  private Cursor told(@Nullable Cursor from, int limit, List<Document> into) {
    Cursor at = from;
    Page page;
    do {
      page = page(at, limit);
      into.addAll(page.documents());
      at = page.next();
    } while (page.more());
    return at;
  }

  private void put(int count) {
    IntStream.range(0, count).forEach(i -> there.put("A-" + i, "1"));
  }

  @Test
  void whatVanishesIsToldOnceWhateverThePageSize() {
    put(300);
    List<Document> first = new ArrayList<>();
    Cursor at = told(null, 7, first);
    assertThat(first).hasSize(300).noneMatch(Document::deleted);
    there.clear();
    put(200);
    there.remove("A-17");
    List<Document> second = new ArrayList<>();
    at = told(at, 7, second);
    TreeSet<String> gone = new TreeSet<>();
    second.stream().filter(Document::deleted).forEach(document -> gone.add(document.id()));
    TreeSet<String> expected = new TreeSet<>(List.of("A-17"));
    IntStream.range(200, 300).forEach(i -> expected.add("A-" + i));
    assertThat(gone).isEqualTo(expected);
    assertThat(second.stream().filter(Document::deleted)).hasSize(expected.size());
    List<Document> third = new ArrayList<>();
    told(at, 7, third);
    assertThat(third).isEmpty();
  }

  @Test
  void whatVanishesWhileItIsToldIsNotForgotten() {
    put(60);
    Page begun = page(null, 1);
    String id = begun.documents().getFirst().id();
    there.remove(id);
    List<Document> rest = new ArrayList<>();
    Cursor at = told(begun.next(), 1, rest);
    told(at, 1, rest);
    assertThat(rest)
        .filteredOn(document -> document.id().equals(id))
        .singleElement()
        .matches(Document::deleted);
  }

  @Test
  void whatComesBackIsToldAsThere() {
    put(3);
    Cursor at = told(null, 10, new ArrayList<>());
    there.remove("A-1");
    at = told(at, 10, new ArrayList<>());
    put(3);
    List<Document> back = new ArrayList<>();
    told(at, 10, back);
    assertThat(back)
        .filteredOn(document -> document.id().equals("A-1"))
        .singleElement()
        .matches(document -> !document.deleted());
  }

  @Test
  void manyIdsStayACursor() {
    IntStream.range(0, 5_000).forEach(i -> there.put("ART-%06d".formatted(i * 7), "1"));
    Cursor at = page(null, 10_000).next();
    assertThat(at.value().length()).isLessThan(30_000);
  }
}
