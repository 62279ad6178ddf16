package dev.kontor.engine.budget;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Where request budgets are counted. */
@FunctionalInterface
interface Buckets {

  /** The bucket of that name; a new one is full. */
  Bucket bucket(String name, BucketConfiguration configuration);

  /** In this process. */
  static Buckets own(LongSupplier nanoTime) {
    return (name, configuration) -> {
      var builder = Bucket.builder().withCustomTimePrecision(new BucketClock(nanoTime));
      for (var limit : configuration.getBandwidths()) {
        builder.addLimit(limit);
      }
      return builder.build();
    };
  }

  /** In the database, by its clock, for all processes of the installation. */
  static Buckets shared(DataSource database) {
    ProxyManager<String> manager =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("budget")
            .idColumn("id")
            .stateColumn("state")
            .clientClock(new BucketClock(() -> ClockStore.nanos(database)))
            .requestTimeout(Duration.ofSeconds(5))
            .build();
    return (name, configuration) -> manager.builder().build(name, () -> configuration);
  }
}
