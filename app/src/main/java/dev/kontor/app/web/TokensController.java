package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import dev.kontor.engine.access.Token;
import dev.kontor.engine.access.Tokens;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What programs call with. */
@RestController
class TokensController {

  private final HubGate gate;

  TokensController(HubGate gate) {
    this.gate = gate;
  }

  /**
   * A token, without its secret.
   *
   * @param id by which it is revoked
   * @param name what it is for
   * @param rights read, personal, decide, configure, audit, users
   * @param expires null: never
   * @param lastUsed to within a minute, null if never
   */
  record Known(
      long id,
      String name,
      List<String> rights,
      Instant created,
      @Nullable Instant expires,
      @Nullable Instant lastUsed) {

    static Known of(Token token) {
      return new Known(
          token.id(),
          token.name(),
          Right.words(token.rights()),
          token.created(),
          token.expires(),
          token.lastUsed());
    }
  }

  /** All tokens, oldest first, expired ones included. */
  record All(List<Known> tokens) {}

  /**
   * A token to be.
   *
   * @param name what it is for
   * @param rights read, personal, decide, configure, audit, users
   * @param days until it expires, null: never
   */
  record Creating(
      @Nullable String name, @Nullable List<@Nullable String> rights, @Nullable Integer days) {}

  /**
   * A token just made.
   *
   * @param token to be sent as {@code Authorization: Bearer …}, shown this once
   */
  record Created(long id, String token) {
    @Override
    public String toString() {
      return "Created[" + id + "]";
    }
  }

  /** All tokens, without their secrets. */
  @Needs(Right.USERS)
  @GetMapping("/api/tokens")
  All all() {
    return new All(tokens().all().stream().map(Known::of).toList());
  }

  /** Makes a token. */
  @Needs(Right.USERS)
  @PostMapping(path = "/api/tokens", consumes = MediaType.APPLICATION_JSON_VALUE)
  Created create(@RequestBody Creating body, Caller caller) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    Given.all("rights", body.rights()).forEach(word -> rights.add(Right.of(word)));
    Tokens.Made made =
        tokens().create(Given.text("name", body.name()), rights, body.days(), caller.name());
    return new Created(made.id(), made.secret());
  }

  /** Revokes a token. */
  @Needs(Right.USERS)
  @DeleteMapping("/api/tokens/{id}")
  ResponseEntity<Void> revoke(@PathVariable long id, Caller caller) {
    tokens().revoke(id, caller.name());
    return ResponseEntity.noContent().build();
  }

  private Tokens tokens() {
    return gate.hub().orElseThrow(NotReadyException::new).access().tokens();
  }
}
