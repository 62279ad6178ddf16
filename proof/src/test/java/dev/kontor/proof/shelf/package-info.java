/** Two shops of different make sell what lies in one warehouse. */
@NullMarked
package dev.kontor.proof.shelf;

import org.jspecify.annotations.NullMarked;
