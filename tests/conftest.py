"""What the tests of several rooms share lies beside this file: importing it needs this folder on the path."""
