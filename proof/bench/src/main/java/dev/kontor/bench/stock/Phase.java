package dev.kontor.bench.stock;

import dev.kontor.bench.hub.Cpu;
import dev.kontor.bench.twins.Counted;
import java.util.Locale;

/**
 * What one lot of changes took.
 *
 * @param changed SKUs whose figure changed at once
 * @param seconds from the change in the ERP to the last outcome stored
 * @param shop what the shop was asked
 * @param erp what the ERP was asked
 */
record Phase(int changed, double seconds, Counted shop, Counted erp, Cpu cpu) {

  long writeCalls() {
    return shop.requests("/_action/sync");
  }

  long shopReads() {
    return shop.requests() - writeCalls();
  }

  String figures() {
    return String.format(
        Locale.ROOT,
        "changed=%d seconds=%.1f write_calls=%d shop_read_calls=%d read_calls=%d cpu_s=%.1f database_cpu_s=%.1f",
        changed,
        seconds,
        writeCalls(),
        shopReads(),
        erp.requests(),
        cpu.process() / 1e3,
        cpu.database() / 1e3);
  }
}
