package dev.kontor.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.Kontor;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import picocli.CommandLine;

/**
 * The README's first command, whole: twins, database, hub, shoppers, count; in each combination.
 */
class DemoTest {

  @Test
  void everyOrderArrivesOnceAndToTheCent() {
    String told = run("--orders", "6");
    assertThat(told)
        .endsWith(
            "orders placed=6 in-erp=6 missing=0 duplicated=0 wrong-amount=0 stock-changes=3"
                + " applied=3");
    assertThat(told)
        .contains("Shopware twin at")
        .contains("Business Central twin at")
        .contains("cancelled before it was paid")
        .contains("bound of overselling")
        .contains("order placed → in the ERP: median");
  }

  @Test
  void anotherErpBehindTheSameShop() {
    everythingArrives("finance-operations", "shopware", "Finance & Operations twin at");
  }

  @Test
  void anotherShopBeforeTheSameErp() {
    everythingArrives("business-central", "magento", "Magento twin at");
  }

  @Test
  @EnabledIfSystemProperty(named = "kontor.full", matches = "true")
  void bothOfThem() {
    everythingArrives("finance-operations", "magento", "Magento twin at");
  }

  private static void everythingArrives(String erp, String shop, String twin) {
    String told = run("--erp", erp, "--shop", shop, "--orders", "10");
    assertThat(told).contains(twin);
    assertThat(told)
        .endsWith(
            "orders placed=10 in-erp=10 missing=0 duplicated=0 wrong-amount=0 stock-changes=5"
                + " applied=5");
  }

  /** What it says to its end; it must end well. */
  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine line = Kontor.commandLine();
    line.setOut(new PrintWriter(out));
    String[] all = new String[arguments.length + 2];
    all[0] = "demo";
    all[1] = "--exit";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    int status = line.execute(all);
    assertThat(status).as("%s", out).isZero();
    return out.toString().stripTrailing();
  }
}
