package dev.kontor.twin.financeoperations.packages;

import java.time.Instant;

/**
 * What lies in the blob store.
 *
 * @param signature that its address must carry
 * @param until when the address holds
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
record Blob(String signature, Instant until, byte[] content) {

  boolean admits(String given, Instant now) {
    return given.equals(signature) && !now.isAfter(until);
  }

  Blob with(byte[] written) {
    return new Blob(signature, until, written);
  }
}
