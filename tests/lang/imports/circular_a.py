name = "a"
import circular_b
