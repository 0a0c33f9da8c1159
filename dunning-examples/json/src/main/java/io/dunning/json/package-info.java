/** JSON forms of the values of the library, for storing, sending and comparing them. */
package io.dunning.json;
