package dev.kontor.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one access token until it is about to end. Only one request for a token is under way at any
 * time; the others wait for its answer.
 */
public final class TokenCache implements SignIn {

  private static final String BEARER = "Bearer ";
  private static final Duration LONGEST_MARGIN = Duration.ofMinutes(2);

  /**
   * A new token.
   *
   * @param life from when it was asked for
   */
  public record Issued(String value, Duration life) {}

  private record Token(String value, Instant renewAt) {}

  private final InstantSource clock;
  private final Supplier<Issued> request;
  private final ReentrantLock flight = new ReentrantLock();
  private volatile @Nullable Token current;

  /**
   * @param request asks for a token; throws if none is given
   */
  public TokenCache(InstantSource clock, Supplier<Issued> request) {
    this.clock = clock;
    this.request = request;
  }

  /** A token that is still valid for a while. */
  public String token() {
    Token known = current;
    if (known != null && clock.instant().isBefore(known.renewAt())) {
      return known.value();
    }
    flight.lock();
    try {
      Token renewed = current;
      if (renewed == null || !clock.instant().isBefore(renewed.renewAt())) {
        Instant asked = clock.instant();
        Issued issued = request.get();
        renewed = new Token(issued.value(), asked.plus(issued.life()).minus(margin(issued.life())));
        current = renewed;
      }
      return renewed.value();
    } finally {
      flight.unlock();
    }
  }

  /** A fifth of the life, two minutes at most, so that a request under way does not outlive it. */
  private static Duration margin(Duration life) {
    Duration fifth = life.dividedBy(5);
    return fifth.compareTo(LONGEST_MARGIN) < 0 ? fifth : LONGEST_MARGIN;
  }

  @Override
  public Optional<String> authorization() {
    return Optional.of(BEARER + token());
  }

  /** A token may have ended early; the next one is another. */
  @Override
  public boolean refused(String authorization) {
    invalidate(authorization.substring(BEARER.length()));
    return true;
  }

  /** Forgets the token the system has just refused, unless a newer one is already there. */
  public void invalidate(String refused) {
    flight.lock();
    try {
      Token known = current;
      if (known != null && known.value().equals(refused)) {
        current = null;
      }
    } finally {
      flight.unlock();
    }
  }
}
