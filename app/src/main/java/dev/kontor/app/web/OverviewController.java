package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import dev.kontor.engine.desk.Overview;
import dev.kontor.engine.desk.Overviews;
import dev.kontor.engine.desk.Series;
import dev.kontor.engine.ledger.TallyStore;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The installation at a glance. */
@RestController
class OverviewController {

  private static final int A_DAY = 24;

  /** However many pages are open, it is not read oftener. */
  private static final Duration KEPT = Duration.ofSeconds(1);

  private record Kept(Overviews of, Overview overview, long at) {}

  private final HubGate gate;
  private Optional<Kept> kept = Optional.empty();

  OverviewController(HubGate gate) {
    this.gate = gate;
  }

  @Needs(Right.READ)
  @GetMapping("/api/overview")
  synchronized Overview overview() {
    Overviews overviews = overviews();
    long now = System.nanoTime();
    Kept fresh =
        kept.filter(k -> k.of() == overviews && now - k.at() < KEPT.toNanos())
            .orElseGet(() -> new Kept(overviews, overviews.now(), now));
    kept = Optional.of(fresh);
    return fresh.overview();
  }

  /** Parameter {@code hours}: from 1 to what is tallied by the minute; a day unless stated. */
  @Parameter(name = "hours", in = ParameterIn.QUERY, description = "back from now")
  @Needs(Right.READ)
  @GetMapping("/api/overview/series")
  Series series(HttpServletRequest request) {
    Query query = new Query(request, Set.of("hours"));
    int most = A_DAY * (TallyStore.DAYS - 1);
    return overviews().series(query.number("hours", A_DAY, 1, most));
  }

  private Overviews overviews() {
    return gate.hub().orElseThrow(NotReadyException::new).view().overviews();
  }
}
