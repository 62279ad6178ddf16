package dev.kontor.engine.crossref;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.model.EntityType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without statistics, too, whatever the table's size, no plan reads more rows than it finds. */
final class CrossrefPlansTest {

  private static final int ROWS = 600;
  private static final int STEP = 20;

  private static final String READ =
      """
      select sum(idx_tup_read)::bigint
             + (select seq_tup_read from pg_stat_user_tables where relname = 'crossref')
      from pg_stat_user_indexes where relname = 'crossref'
      """;

  private final Database database = Database.forTests();
  private final CrossrefStore store = new CrossrefStore();
  private final List<String> ids = IntStream.range(0, ROWS).mapToObj(i -> "o-" + i).toList();
  private final List<String> asked = ids.subList(0, 2);

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"ORDER", "PRODUCT", "STOCK"})
  void bySourceId(EntityType entity) {
    assertThat(rowsRead(entity, c -> store.find(c, "shop", entity, asked, "erp"))).isEqualTo(2);
  }

  @Test
  void byTheTargetsIdOfAnOrder() {
    assertThat(rowsRead(EntityType.ORDER, c -> store.findIdentified(c, "erp", asked))).isEqualTo(2);
  }

  @Test
  void byTheTargetsNumberOfAnOrder() {
    assertThat(rowsRead(EntityType.ORDER, c -> store.findNumbered(c, "erp", asked))).isEqualTo(2);
  }

  @Test
  void byTheTargetsIdOfAnArticle() {
    EntityType article = EntityType.PRODUCT;
    assertThat(rowsRead(article, c -> store.reaching(c, "shop", asked, "erp"))).isEqualTo(2);
  }

  /** Most rows read by sessions that plan at different sizes. */
  private long rowsRead(EntityType entity, Transactions.Work<List<Crossref>> question) {
    long most = 0;
    for (int size = STEP; size <= ROWS; size += STEP) {
      List<String> more = ids.subList(size - STEP, size);
      Transactions.execute(
          database.hot(), c -> store.upsert(c, more.stream().map(id -> row(entity, id)).toList()));
      Transactions.execute(database.hot(), c -> Jdbc.update(c, "discard plans"));
      long before = read();
      assertThat(Transactions.run(database.hot(), question)).hasSize(asked.size());
      most = Math.max(most, read() - before);
    }
    return most;
  }

  private long read() {
    Transactions.execute(
        database.hot(), c -> Jdbc.query(c, "select pg_stat_force_next_flush()", row -> row));
    return Transactions.run(database.hot(), c -> Jdbc.query(c, READ, row -> row.getLong(1)))
        .getFirst();
  }

  private static Crossref row(EntityType entity, String id) {
    return new Crossref("shop", entity, id, "erp", id, id, null, null);
  }
}
