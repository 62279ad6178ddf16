package dev.kontor.twin.kit.ntlm;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets one Windows user in, connection by connection, like http.sys. A challenge is good for one
 * answer on the connection it was made for.
 */
public final class NtlmDoor {

  /** Refusals in a row after which the account is locked. */
  private static final int LOCKED_AFTER = 5;

  private static final String SCHEME = "NTLM ";
  private static final int NEEDED =
      NtlmChallenge.UNICODE | NtlmChallenge.NTLM | NtlmChallenge.EXTENDED_SECURITY;

  private final String domain;
  private final String user;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, NtlmChallenge> open = new ConcurrentHashMap<>();
  private final Set<String> signedIn = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile String password;
  private volatile boolean keeps = true;
  private volatile String offers = "Negotiate, NTLM";

  public NtlmDoor(String domain, String user, String password, InstantSource clock) {
    this.domain = domain;
    this.user = user;
    this.password = password;
    this.clock = clock;
  }

  /** The password is another; connections that are signed in stay so. */
  public void password(String successor) {
    password = successor;
  }

  /** Whether a connection stays signed in, as it does unless a server wants every call signed. */
  public void keepSignIns(boolean kept) {
    keeps = kept;
    forget();
  }

  /** Schemes a call that is not signed in is told of; without NTLM nobody is let in. */
  public void offer(String schemes) {
    offers = schemes;
  }

  /** No connection is signed in any more. */
  public void forget() {
    signedIn.clear();
  }

  /** Answers refused since the last right one. */
  public int refusals() {
    return refusals.get();
  }

  /** What a call is told that may not be made, empty if it may. */
  public Optional<Answer> refusal(Call call) {
    String authorization = call.header("Authorization").orElse("");
    if (authorization.isEmpty() && signedIn.contains(call.connection())) {
      return Optional.empty();
    }
    signedIn.remove(call.connection());
    try {
      return authorization.startsWith(SCHEME) && offers.contains(SCHEME.strip())
          ? answer(call.connection(), NtlmMessage.of(authorization.substring(SCHEME.length())))
          : refused(offers);
    } catch (NtlmMessage.UnreadableException e) {
      return refused(offers);
    }
  }

  private Optional<Answer> answer(String connection, NtlmMessage message)
      throws NtlmMessage.UnreadableException {
    NtlmChallenge challenge = open.remove(connection);
    return switch (message.type()) {
      case NtlmMessage.NEGOTIATE -> challenged(connection, message);
      case NtlmMessage.AUTHENTICATE ->
          challenge != null && isRight(message, challenge) ? admitted(connection) : refused(offers);
      default -> refused(offers);
    };
  }

  private Optional<Answer> challenged(String connection, NtlmMessage message)
      throws NtlmMessage.UnreadableException {
    int wanted = message.number(12);
    if ((wanted & NEEDED) != NEEDED) {
      return refused(offers);
    }
    byte[] nonce = new byte[8];
    random.nextBytes(nonce);
    NtlmChallenge challenge =
        new NtlmChallenge(nonce, wanted, domain, NtlmChallenge.info(domain, clock.instant()));
    open.put(connection, challenge);
    return refused(SCHEME + challenge.encoded());
  }

  private boolean isRight(NtlmMessage message, NtlmChallenge challenge)
      throws NtlmMessage.UnreadableException {
    boolean locked = refusals.get() >= LOCKED_AFTER;
    boolean right = new NtlmAnswer(message).proves(domain, user, password, challenge);
    if (!right) {
      refusals.incrementAndGet();
    } else if (!locked) {
      refusals.set(0);
    }
    return right && !locked;
  }

  private Optional<Answer> admitted(String connection) {
    if (keeps) {
      signedIn.add(connection);
    }
    return Optional.empty();
  }

  /** In the words of http.sys. */
  private static Optional<Answer> refused(String challenge) {
    String page =
        "<HTML><HEAD><TITLE>Not Authorized</TITLE></HEAD><BODY>HTTP Error 401.</BODY></HTML>";
    return Optional.of(
        Answer.of(401, "text/html; charset=us-ascii", page).with("WWW-Authenticate", challenge));
  }
}
