package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents are found by id and number, several at once, and all are listed for reconciliation. */
public interface FindChapter extends Chapter {

  /** Of one page. */
  int KEYS = 3;

  @TestFactory
  default Stream<DynamicTest> findsByNativeId() {
    return each(
        FindChapter.class,
        Ability.FIND_BY_ID,
        type -> {
          TwinBench.Placed placed = bench().place(type);
          try (Connector connector = connect()) {
            List<Document> found = reader(connector, type).find(new Identity.NativeId(placed.id()));
            assertThat(found).hasSize(1);
            assertThat(found.getFirst().id()).isEqualTo(placed.id());
            assertThat(found.getFirst().number()).isEqualTo(placed.number());
            assertThat(found.getFirst().content()).isNotNull();
            assertThat(
                    reader(connector, type)
                        .find(new Identity.NativeId(bench().unknown(type, placed))))
                .isEmpty();
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> fetchesManyAndLeavesAbsentOnesOut() {
    return each(
        FindChapter.class,
        Ability.FIND_BY_ID,
        type -> {
          TwinBench.Placed one = bench().place(type);
          TwinBench.Placed two = bench().place(type);
          try (Connector connector = connect()) {
            assertThat(
                    reader(connector, type)
                        .fetch(List.of(one.id(), bench().unknown(type, one), two.id())))
                .extracting(Document::id)
                .containsExactlyInAnyOrder(one.id(), two.id());
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> findsByReference() {
    return each(
        FindChapter.class,
        Ability.FIND_BY_REFERENCE,
        type -> {
          TwinBench.Placed placed = bench().place(type);
          try (Connector connector = connect()) {
            assertThat(
                    reader(connector, type).find(new Identity.ExternalReference(placed.number())))
                .extracting(Document::id)
                .containsExactly(placed.id());
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> findsManyReferencesEachByItself() {
    return each(
        FindChapter.class,
        Ability.FIND_BY_REFERENCE,
        type -> {
          TwinBench.Placed one = bench().place(type);
          TwinBench.Placed two = bench().place(type);
          try (Connector connector = connect()) {
            List<Identity.ExternalReference> asked =
                Stream.of(two.number(), "no-such-number", one.number())
                    .map(Identity.ExternalReference::new)
                    .toList();
            assertThat(reader(connector, type).findAll(asked))
                .extracting(hits -> hits.stream().map(Document::id).toList())
                .containsExactly(List.of(two.id()), List.of(), List.of(one.id()));
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> listsAllKeysWithTheVersionOfTheDocument() {
    return each(
        FindChapter.class,
        Ability.LIST_KEYS,
        type -> {
          List<TwinBench.Placed> more = moreThanOnePage(type);
          TwinBench.Placed placed = more.getLast();
          try (Connector connector = connect()) {
            List<Document> keys = new ArrayList<>();
            Page page = reader(connector, type).keys(null, KEYS);
            keys.addAll(page.documents());
            while (page.more()) {
              Cursor next = page.next();
              page = reader(connector, type).keys(next, KEYS);
              keys.addAll(page.documents());
            }
            assertThat(keys)
                .extracting(Document::id)
                .doesNotHaveDuplicates()
                .containsAll(more.stream().map(TwinBench.Placed::id).toList());
            Document document =
                reader(connector, type).find(new Identity.NativeId(placed.id())).getFirst();
            assertThat(keys)
                .anyMatch(
                    key ->
                        key.id().equals(placed.id()) && key.version().equals(document.version()));
          }
        });
  }

  private List<TwinBench.Placed> moreThanOnePage(EntityType type) {
    return Stream.generate(() -> bench().place(type)).limit(KEYS + 1L).toList();
  }
}
