package dev.kontor.connector.financeoperations;

import dev.kontor.spi.Limit;
import java.time.LocalDate;
import java.util.List;

/**
 * What the service allows. It has no fixed number of requests any more: those per user were removed
 * with 10.0.36, it asks for a pause when it is busy (finance-operations/contract.md §4).
 */
final class FnoLimits {

  private static final LocalDate READ = LocalDate.of(2026, 11, 30);

  static final List<Limit> ALL =
      List.of(
          new Limit("page-size", 10_000, "fin-ops-core/dev-itpro/data-entities/odata", READ),
          new Limit(
              "imports-at-once",
              1,
              "fin-ops-core/dev-itpro/data-entities/data-management-api",
              READ),
          new Limit(
              Limit.CONCURRENT_REQUESTS,
              8,
              "the hub's own, as sales orders lock number sequences; no limit is documented",
              READ));

  private FnoLimits() {}
}
