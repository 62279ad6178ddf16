package dev.kontor.twin.businesscentral;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How one simulated environment is set up.
 *
 * @param version platform version; older ones lack tables and fields
 * @param insertLatency time an order insert takes
 * @param notificationDelay time changes are collected before webhooks leave
 * @param requestsPerFiveMinutes rate limit of a user, 0 for none
 * @param analyticsApi whether the Power BI app's API with stock per location is installed
 */
public record Options(
    String host,
    int port,
    InstantSource clock,
    String tenant,
    String environment,
    String clientId,
    String clientSecret,
    int version,
    Duration insertLatency,
    Duration notificationDelay,
    int requestsPerFiveMinutes,
    boolean analyticsApi) {

  private static final int CURRENT_VERSION = 29;
  private static final int DOCUMENTED_RATE = 6000;

  /** A production environment on any free port with the timings of the real service. */
  public static Options real() {
    return new Options(
        "127.0.0.1",
        0,
        InstantSource.system(),
        "7c3f3c1e-0000-4000-8000-6d65726368aa",
        "production",
        "kontor",
        "kontor-secret",
        CURRENT_VERSION,
        Duration.ofMillis(300),
        Duration.ofSeconds(30),
        DOCUMENTED_RATE,
        true);
  }

  /** The same without waiting and without a rate limit, for tests. */
  public static Options quick() {
    return real().timed(Duration.ZERO, Duration.ofHours(1)).limited(0);
  }

  public Options listening(String newHost, int newPort) {
    return new Options(
        newHost,
        newPort,
        clock,
        tenant,
        environment,
        clientId,
        clientSecret,
        version,
        insertLatency,
        notificationDelay,
        requestsPerFiveMinutes,
        analyticsApi);
  }

  public Options clocked(InstantSource newClock) {
    return new Options(
        host,
        port,
        newClock,
        tenant,
        environment,
        clientId,
        clientSecret,
        version,
        insertLatency,
        notificationDelay,
        requestsPerFiveMinutes,
        analyticsApi);
  }

  public Options credentials(String newClientId, String newClientSecret) {
    return new Options(
        host,
        port,
        clock,
        tenant,
        environment,
        newClientId,
        newClientSecret,
        version,
        insertLatency,
        notificationDelay,
        requestsPerFiveMinutes,
        analyticsApi);
  }

  /** Another platform version, with or without the analytics API. */
  public Options platform(int newVersion, boolean withAnalytics) {
    return new Options(
        host,
        port,
        clock,
        tenant,
        environment,
        clientId,
        clientSecret,
        newVersion,
        insertLatency,
        notificationDelay,
        requestsPerFiveMinutes,
        withAnalytics);
  }

  public Options timed(Duration newInsertLatency, Duration newNotificationDelay) {
    return new Options(
        host,
        port,
        clock,
        tenant,
        environment,
        clientId,
        clientSecret,
        version,
        newInsertLatency,
        newNotificationDelay,
        requestsPerFiveMinutes,
        analyticsApi);
  }

  public Options limited(int newRequestsPerFiveMinutes) {
    return new Options(
        host,
        port,
        clock,
        tenant,
        environment,
        clientId,
        clientSecret,
        version,
        insertLatency,
        notificationDelay,
        newRequestsPerFiveMinutes,
        analyticsApi);
  }
}
