package dev.kontor.engine.alert;

import dev.kontor.engine.config.AlertRule;
import dev.kontor.engine.config.AlertRuleConfig;
import dev.kontor.engine.config.AlertsConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.desk.Overview;
import dev.kontor.engine.observe.SightingStore;
import dev.kontor.engine.reconcile.Night;
import dev.kontor.spi.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a look people are to know by the configured rules; pure. */
final class Findings {

  private static final String HUB = "hub";
  private static final String ALL = "Kontor";

  /** What is announced and found at once may be noted that much apart. */
  private static final Duration TOGETHER = Duration.ofMinutes(2);

  private final AlertsConfig config;
  private final Map<String, FlowKind> kinds;

  /**
   * @param kinds of the enabled flows, by name
   */
  Findings(AlertsConfig config, Map<String, FlowKind> kinds) {
    this.config = config;
    this.kinds = Map.copyOf(kinds);
  }

  List<Finding> of(Looked looked) {
    List<Finding> found = new ArrayList<>();
    looked.failures().forEach(group -> failure(group, found));
    looked.aged().forEach(aged -> age(aged, found));
    Overview overview = looked.overview();
    overview.flows().forEach(flow -> sla(flow, found));
    overview.nights().forEach(night -> drift(night, found));
    systems(looked.sightings(), overview, found);
    stopped(overview.stopped(), found);
    overview.needs().paused().forEach(paused -> paused(paused, found));
    looked.unheard().forEach(receiver -> unheard(receiver, found));
    return found;
  }

  /** Flows whose documents nothing but slowness keeps: those with a time of their own aside. */
  List<String> aging(Overview overview) {
    boolean sla = rule(AlertRule.SLA).enabled();
    return overview.flows().stream()
        .filter(flow -> !flow.dryRun() && flow.quietUntil() == null && flow.paused() == null)
        .filter(flow -> !sla || flow.slaSeconds() == null)
        .map(Overview.Flow::name)
        .filter(rule(AlertRule.AGE)::isAbout)
        .toList();
  }

  private void failure(Failures.Group group, List<Finding> found) {
    if (isAsked(AlertRule.FAILURE, group.flow(), group.count())) {
      Finding about =
          about(
              AlertRule.FAILURE,
              group.cause(),
              group.flow(),
              group.text(),
              group.count(),
              group.oldest(),
              group.documents());
      found.add(about.problem(group.problem()));
    }
  }

  private void age(AgedStore.Found aged, List<Finding> found) {
    AlertRule rule = AlertRule.AGE;
    if (isAsked(rule, aged.flow(), aged.count())) {
      Finding about =
          about(
              rule,
              aged.flow(),
              aged.flow(),
              Span.words(rule(rule).after()),
              aged.count(),
              aged.oldest(),
              aged.numbers());
      found.add(about.patient(Duration.ZERO)); // the look counted only what is old enough
    }
  }

  private void sla(Overview.Flow flow, List<Finding> found) {
    Long within = flow.slaSeconds();
    if (within != null && isAsked(AlertRule.SLA, flow.name(), flow.overdue())) {
      String span = Span.words(Duration.ofSeconds(within));
      found.add(
          about(AlertRule.SLA, flow.name(), flow.name(), span, flow.overdue(), null, List.of()));
    }
  }

  private void drift(Night night, List<Finding> found) {
    if (!rule(AlertRule.DRIFT).enabled() || !rule(AlertRule.DRIFT).isAbout(night.flow())) {
      return;
    }
    String failure = night.failure();
    if (failure != null) {
      String why = DeskFailures.cause(failure);
      String cause = night.flow() + "/failed";
      found.add(about(AlertRule.DRIFT, cause, night.flow(), why, 0, night.ended(), List.of()));
    } else if (night.different() >= rule(AlertRule.DRIFT).threshold()) {
      found.add(
          about(
              AlertRule.DRIFT,
              night.flow(),
              night.flow(),
              night.causes(),
              night.different(),
              night.ended(),
              List.of()));
    }
  }

  private void systems(SightingStore.Seen seen, Overview overview, List<Finding> found) {
    if (rule(AlertRule.UNREACHABLE).enabled()) {
      seen.unreachable()
          .keySet()
          .forEach(
              name -> found.add(about(AlertRule.UNREACHABLE, name, name, "", 0, null, List.of())));
    }
    AlertRuleConfig budget = rule(AlertRule.BUDGET);
    // That as many calls are in flight as may be is how a busy hub works; only requests count.
    seen.budget()
        .forEach(
            (name, percent) -> {
              if (budget.enabled() && percent >= budget.threshold()) {
                String limit = Limit.REQUESTS_PER_FIVE_MINUTES;
                found.add(about(AlertRule.BUDGET, name, name, limit, percent, null, List.of()));
              }
            });
    overview.flows().stream()
        .filter(this::isAnnounced)
        .filter(flow -> isSilent(flow, seen))
        .map(Overview.Flow::from)
        .distinct()
        .forEach(
            name ->
                found.add(
                    about(
                        AlertRule.SILENCE, name, name, "", 0, seen.heard().get(name), List.of())));
  }

  /** Not every system announces everything; of orders all do, of the rest the operator says so. */
  private boolean isAnnounced(Overview.Flow flow) {
    AlertRuleConfig silence = rule(AlertRule.SILENCE);
    boolean asked =
        silence.flows().isEmpty()
            ? kinds.get(flow.name()) == FlowKind.ORDERS
            : silence.isAbout(flow.name());
    return silence.enabled() && asked;
  }

  /** It announced once, but not what asking found last. */
  private static boolean isSilent(Overview.Flow flow, SightingStore.Seen seen) {
    Instant heard = seen.heard().get(flow.from());
    Instant found = seen.found().get(flow.name());
    return heard != null && found != null && found.isAfter(heard.plus(TOGETHER));
  }

  private void stopped(Overview.@Nullable Stop all, List<Finding> found) {
    if (all != null && rule(AlertRule.PAUSED).enabled()) {
      found.add(about(AlertRule.PAUSED, ALL, ALL, "", 0, all.since(), List.of()));
    }
  }

  private void paused(Overview.Paused paused, List<Finding> found) {
    AlertRule rule = AlertRule.PAUSED;
    String name = paused.subject().substring(paused.subject().indexOf(':') + 1);
    boolean flow = kinds.containsKey(name) && paused.subject().startsWith("flow:");
    if (rule(rule).enabled() && (!flow || rule(rule).isAbout(name))) {
      boolean hub = paused.by().equals(HUB);
      // What a person wrote about it is for those who sign in.
      String why = hub ? DeskFailures.cause(paused.reason()) : "";
      Finding about = about(rule, paused.subject(), name, why, 0, paused.since(), List.of());
      found.add(hub ? about.patient(Duration.ZERO) : about);
    }
  }

  private void unheard(NotificationStore.Unheard receiver, List<Finding> found) {
    String name = receiver.receiver();
    boolean known = config.receivers().stream().anyMatch(r -> r.name().equals(name));
    if (known && isAsked(AlertRule.RECEIVER, "", receiver.waiting())) {
      found.add(
          about(
              AlertRule.RECEIVER,
              name,
              name,
              receiver.error(),
              receiver.waiting(),
              receiver.since(),
              List.of()));
    }
  }

  private boolean isAsked(AlertRule rule, String flow, long count) {
    AlertRuleConfig config = rule(rule);
    return config.enabled()
        && (flow.isEmpty() || config.isAbout(flow))
        && count >= config.threshold();
  }

  private AlertRuleConfig rule(AlertRule rule) {
    return config.rule(rule);
  }

  private Finding about(
      AlertRule rule,
      String cause,
      String subject,
      String detail,
      long count,
      @Nullable Instant since,
      List<String> documents) {
    FlowKind kind = kinds.get(subject);
    return new Finding(
        rule,
        cause,
        rule(rule).severity(rule, isMoney(kind)),
        subject,
        kind == null ? "" : kind.name().toLowerCase(Locale.ROOT),
        detail,
        count,
        since,
        documents,
        rule(rule).after(),
        null,
        Map.of());
  }

  private static boolean isMoney(@Nullable FlowKind kind) {
    return kind != null
        && switch (kind) {
          case ORDERS, REFUNDS, PAYMENTS, INVOICES -> true;
          case CUSTOMERS, REPLY, SHIPMENTS, STOCK, STATE, SHARED, PROGRESS -> false;
        };
  }
}
