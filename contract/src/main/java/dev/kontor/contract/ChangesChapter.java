package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Changes are complete whatever the page size, and the cursor survives a restart. */
public interface ChangesChapter extends Chapter {

  int MOST_PAGES = 2_000;

  /** What following a cursor to the end brought. */
  record Followed(List<Document> documents, Cursor cursor) {
    Set<String> ids() {
      Set<String> ids = new LinkedHashSet<>();
      documents.forEach(document -> ids.add(document.id()));
      return ids;
    }
  }

  @TestFactory
  default Stream<DynamicTest> everyNewDocumentIsSeen() {
    return each(
        ChangesChapter.class,
        Ability.READ_CHANGES,
        type -> {
          Cursor before = follow(type, null, 100).cursor();
          TwinBench.Placed one = bench().place(type);
          TwinBench.Placed two = bench().place(type);
          assertThat(follow(type, before, 100).ids()).contains(one.id(), two.id());
          assertThat(follow(type, null, 1).ids()).contains(one.id(), two.id());
        });
  }

  @TestFactory
  default Stream<DynamicTest> everyKindOfChangeIsSeen() {
    return each(
        ChangesChapter.class,
        Ability.READ_CHANGES,
        type -> {
          for (String name : bench().changes(type, bench().place(type)).keySet()) {
            TwinBench.Placed placed = bench().place(type);
            changeAnother(type);
            seen(type, placed, name, Objects.requireNonNull(change(type, placed, name)));
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> theCursorSurvivesARestart() {
    return each(
        ChangesChapter.class,
        Ability.READ_CHANGES,
        type -> {
          Cursor cursor = follow(type, null, 100).cursor();
          TwinBench.Placed placed = bench().place(type);
          Cursor restored = new Cursor(new String(cursor.value().toCharArray()));
          assertThat(follow(type, restored, 100).ids()).contains(placed.id());
          assertThat(follow(type, restored, 100).ids()).contains(placed.id());
        });
  }

  @TestFactory
  default Stream<DynamicTest> aQuietSourceEnds() {
    return each(
        ChangesChapter.class,
        Ability.READ_CHANGES,
        type -> {
          bench().place(type);
          Cursor cursor = follow(type, null, 1).cursor();
          assertThat(follow(type, cursor, 1).cursor()).isNotNull();
        });
  }

  /** So that whatever is read again for safety is this one, not the one looked for. */
  private void changeAnother(EntityType type) {
    bench().changes(type, bench().place(type)).values().forEach(Runnable::run);
  }

  private @Nullable Runnable change(EntityType type, TwinBench.Placed placed, String name) {
    return bench().changes(type, placed).get(name);
  }

  private void seen(EntityType type, TwinBench.Placed placed, String name, Runnable change) {
    Followed before = follow(type, null, 100);
    String version = newest(before, placed);
    change.run();
    Followed after = follow(type, before.cursor(), 100);
    assertThat(after.ids()).as("changes after %s", name).contains(placed.id());
    assertThat(newest(after, placed)).as("version after %s", name).isNotEqualTo(version);
  }

  private static String newest(Followed followed, TwinBench.Placed placed) {
    return followed.documents().stream()
        .filter(document -> document.id().equals(placed.id()))
        .reduce((a, b) -> b)
        .map(Document::version)
        .orElse("");
  }

  /** Reads with a new connector for each page, until none waits. */
  default Followed follow(EntityType type, @Nullable Cursor from, int limit) {
    List<Document> documents = new ArrayList<>();
    Cursor at = from;
    for (int i = 0; i < MOST_PAGES; i++) {
      Page page = page(type, at, limit);
      documents.addAll(page.documents());
      at = page.next();
      if (!page.more()) {
        return new Followed(documents, at);
      }
    }
    throw new AssertionError("changes of " + type + " never end");
  }

  /** One page, read with a connector of its own. */
  default Page page(EntityType type, @Nullable Cursor from, int limit) {
    try (Connector connector = connect()) {
      Page page = reader(connector, type).changes(from, limit);
      assertThat(page.documents())
          .hasSizeLessThanOrEqualTo(limit)
          .isSortedAccordingTo(Comparator.comparing(Document::changedAt));
      return page;
    }
  }
}
