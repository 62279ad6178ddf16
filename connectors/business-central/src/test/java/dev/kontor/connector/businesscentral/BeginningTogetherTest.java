package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** After a start several batches ask for the same at the same moment. */
class BeginningTogetherTest {

  private final FakeService service =
      new FakeService()
          .with("$metadata", "<E><EntitySet Name=\"salesOrders\" EntityType=\"NAV.o\"/></E>")
          .with("taxAreas", "[{\"id\":\"A1\",\"code\":\"INLAND\"}]")
          .with("currencies", "[{\"code\":\"CHF\",\"amountRoundingPrecision\":0.05}]")
          .with("companyInformation", "[{\"currencyCode\":\"EUR\"}]")
          .with("customers", "[{\"id\":\"c\",\"number\":\"D1\",\"taxAreaId\":\"A1\"}]");
  private final CountedToolbox toolbox = new CountedToolbox(service);
  private final Company company = new Company(FakeService.configuration("{}"), toolbox);
  private final MasterData masterData = new MasterData(company);

  @Test
  void whatEachNeedsIsReadOnce() throws Exception {
    CompletableFuture<Boolean> second = new CompletableFuture<>();
    AtomicBoolean other = new AtomicBoolean();
    toolbox.beforeEach = () -> beginSecond(other, second);
    learn();
    second.get(20, TimeUnit.SECONDS);

    assertThat(masterData.taxAreaCodes()).containsValue("INLAND");
    assertThat(masterData.currencies()).containsKey("CHF");
    assertThat(company.model().has("salesOrders")).isTrue();
    for (String set : List.of("/taxAreas", "/currencies", "/$metadata")) {
      assertThat(service.asked.stream().filter(path -> path.endsWith(set))).as(set).hasSize(1);
    }
  }

  private void learn() {
    masterData.learn(List.of(), List.of("D1"), List::of);
    masterData.currencies();
    company.model();
  }

  /** While the first call is on its way, a second batch comes as far as it can. */
  private void beginSecond(AtomicBoolean other, CompletableFuture<Boolean> second) {
    if (other.getAndSet(true)) {
      return;
    }
    Thread thread = new Thread(this::learn);
    thread.setUncaughtExceptionHandler((t, failure) -> second.completeExceptionally(failure));
    thread.start();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (thread.getState() != Thread.State.BLOCKED
        && thread.isAlive()
        && System.nanoTime() - until < 0) {
      Thread.onSpinWait();
    }
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                thread.join();
                second.complete(true);
              } catch (InterruptedException e) {
                second.completeExceptionally(e);
              }
            });
  }
}
