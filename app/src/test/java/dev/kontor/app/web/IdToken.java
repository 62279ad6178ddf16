package dev.kontor.app.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/** What an identity provider signs about one person. */
final class IdToken {

  private static final String KEY = "one";

  private IdToken() {}

  static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID(KEY).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param lie changes what the token says
   */
  static String of(
      String issuer,
      String client,
      String nonce,
      Consumer<JWTClaimsSet.Builder> lie,
      RSAKey signing) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(client)
            .subject("4711")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", nonce)
            .claim("preferred_username", "Mia@firm.example")
            .claim("name", "Mia Moor")
            .claim("groups", List.of("warehouse", "hub-operators"));
    lie.accept(claims);
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY).build(), claims.build());
      token.sign(new RSASSASigner(signing));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
