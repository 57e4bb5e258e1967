import BriefingReader
import CNcurses
