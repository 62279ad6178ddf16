package dev.kontor.proof.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.problem.Catalogue;
import dev.kontor.engine.problem.DeadLetters;
import dev.kontor.engine.problem.Problem;
import dev.kontor.engine.problem.Problems;
import dev.kontor.proof.merchant.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 10,000 failures of twelve causes are twelve problems, however long the ledger is. */
class GroupingTest {

  private static final int FAILURES = 10_000;

  /** Finished messages beside them; a run by hand may ask for more. */
  private static final long LEDGER = Long.getLong("kontor.problems.ledger", 200_000);

  private final Database database = Database.forTests();
  private final DeadLetters dead = new DeadLetters(Catalogue.of(Connectors.installed().schemas()));
  private final Problems problems = new Problems(database.hot(), dead, List.of());

  @AfterEach
  void close() {
    database.close();
  }

  private void plant() {
    Random random = new Random(7);
    List<String> flows = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (int i = 0; i < FAILURES; i++) {
      PlantedCauses.Planted cause = PlantedCauses.ALL.get(i % PlantedCauses.ALL.size());
      flows.add(cause.flow());
      faults.add(cause.fault());
      errors.add(PlantedCauses.error(cause, random));
    }
    Transactions.execute(
        database.general(),
        c -> {
          Jdbc.update(
              c,
              """
              insert into message (id, lane, seq, flow, kind, event, source, source_id, state,
                                   finished)
              select nextval('message_id'), n, 1, 'orders', 'event', 'created', 'shop', 's' || n,
                     'done', hub_now() from generate_series(1, ?) n
              """,
              LEDGER);
          Jdbc.update(
              c,
              """
              with dead as (
                insert into message (id, lane, seq, flow, kind, event, source, source_id, state,
                                     fault, reason, number)
                select nextval('message_id'), 1000000000 + n, 1, flow, 'event', 'created', 'shop',
                       'd' || n, 'dead', fault, reason, 'D' || n
                from unnest(?::text[], ?::text[], ?::text[])
                  with ordinality as d(flow, fault, reason, n)
                returning lane, flow)
              insert into lane (id, key, flow, priority, enqueued)
              overriding system value select lane, 'l' || lane, flow, 1, 1 from dead
              """,
              flows.toArray(String[]::new),
              faults.toArray(String[]::new),
              errors.toArray(String[]::new));
          Jdbc.update(c, "analyze message");
        });
  }

  @Test
  void tenThousandFailuresOfTwelveCausesAreTwelveProblems() {
    plant();
    List<Problem> found = problems.all();
    assertThat(found.size()).isEqualTo(PlantedCauses.ALL.size());
    assertThat(found).extracting(Problem::id).doesNotHaveDuplicates();
    assertThat(found).allSatisfy(p -> assertThat(p.count()).isBetween(833, 834));
    assertThat(found.stream().map(Problem::key).filter(Objects::nonNull).toList())
        .containsExactlyInAnyOrder(
            "EU/REDUCED",
            "EXPORT/REDUCED",
            "INLAND/HANDEL",
            "OSS-FR",
            "AH-1003",
            "EU/REDUCED",
            "DOMESTIC",
            "shipment/DHL Express");
    assertThat(found).extracting(p -> p.what().de()).doesNotContain("").doesNotContainNull();
    assertThat(problems.all()).extracting(Problem::id).isEqualTo(ids(found));
    assertThat(alike()).hasSize(PlantedCauses.ALL.size() - 1);
    Figures.print(
        "GroupingTest: the desk reads 10,000 dead letters in "
            + fastest(problems::all)
            + ", alerts, which look every five seconds, in "
            + fastest(this::alike));
  }

  private List<DeadLetters.Alike> alike() {
    return Transactions.run(database.general(), c -> dead.alike(c, 5, 301));
  }

  private static List<String> ids(List<Problem> found) {
    return found.stream().map(Problem::id).toList();
  }

  private static Duration fastest(Supplier<List<?>> reading) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long began = System.nanoTime();
      assertThat(reading.get()).isNotEmpty();
      best = Math.min(best, System.nanoTime() - began);
    }
    return Duration.ofNanos(best);
  }
}
