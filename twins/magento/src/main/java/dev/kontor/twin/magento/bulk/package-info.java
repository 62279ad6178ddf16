/** Asynchronous requests, kept until a consumer carries them out. */
@NullMarked
package dev.kontor.twin.magento.bulk;

import org.jspecify.annotations.NullMarked;
